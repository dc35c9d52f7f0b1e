import { embedJson } from '#lib/publication/news-article.ts';

/** Structured data for machines. Nothing in it can end the element or start another: see `embedJson`. */
export function JsonLd({ data }: { data: object }) {
  return (
    <script
      type="application/ld+json"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON with <, > and & escaped
      dangerouslySetInnerHTML={{ __html: embedJson(data) }}
    />
  );
}

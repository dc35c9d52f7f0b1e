import { tagFeed } from '#app/(site)/tag-feed.ts';

export const dynamic = 'force-dynamic';

export async function GET(
  _: Request,
  { params }: { params: Promise<{ language: string; type: string; slug: string }> },
): Promise<Response> {
  return tagFeed('json', await params);
}

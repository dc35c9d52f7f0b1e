import { sectionFeed } from '#app/(site)/section-feed.ts';

export const dynamic = 'force-dynamic';

export async function GET(
  _: Request,
  { params }: { params: Promise<{ language: string; section: string }> },
): Promise<Response> {
  return sectionFeed('json', await params);
}

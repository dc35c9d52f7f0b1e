import { siteFeed } from '#app/(site)/site-feed.ts';

export const dynamic = 'force-dynamic';

export async function GET(
  _: Request,
  { params }: { params: Promise<{ language: string }> },
): Promise<Response> {
  return siteFeed('xml', await params);
}

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  // Titles and descriptions in the head for everybody: readers' pages carry no script that could move them there.
  htmlLimitedBots: /.*/,
  // No optimizer: the front answers 404 for its address, pictures are plain <img>.
  images: { unoptimized: true },
  // Loaded by Node as they are: they find their own files, or must be one copy a process.
  serverExternalPackages: ['pg', 'pino', 'drizzle-orm'],
  // Nothing is written into the checkout by a development server.
  agentRules: false,
  experimental: {
    serverActions: { bodySizeLimit: '1mb' },
  },
};

export default config;

import { notFound } from 'next/navigation';

/** Any other address of the desk: the desk's own page says that there is nothing. Without it the framework would answer, in English. */
export default function Nowhere(): never {
  notFound();
}

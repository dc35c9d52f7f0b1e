import { crosshead, foreign, paragraph, pullQuote, quotation } from '#lib/document/build.ts';
import type { DemoStory } from '../story.ts';

export const story: DemoStory = {
  slug: 'the-bread-that-keeps',
  language: 'en',
  state: 'published',
  section: 'culture',
  kicker: 'Samarkand',
  dateline: 'Samarkand, Uzbekistan',
  trailText: 'In a yard behind the bazaar, a family bakes the loaf that travellers hang on a nail.',
  bylines: ['anouk'],
  tags: ['samarkand', 'uzbekistan', 'baking', 'heritage'],
  headline: 'The bread that keeps',
  standfirst:
    'A Samarkand loaf weighs a kilo, shines like varnish and is said to last three years. In one yard behind the Siab bazaar they do not say how long it lasts. They sell out by nine.',
  published: { daysAgo: 2, at: '07:15' },
  body: [
    paragraph(
      'Long before light the yard smells of cottonwood. Gulnora Hamroyeva has been up since two; her son, Behzod, since half past one, because the fire is his. The oven, a ',
      foreign('uz', 'tandir'),
      ', is a jar of clay as tall as he is, lying on its side in a bank of mud bricks. When its wall has gone from black to white, it is ready.',
    ),
    paragraph(
      'What follows takes four minutes and looks like a conjuring trick. Behzod lifts a disc of dough on a round cushion, wets its underside with salt water, leans into the mouth of the oven to his waist, and claps the loaf to the ceiling. It stays. He does it again. At thirty he stops, flicks water at the wall for steam, and steps back with his eyebrows intact.',
    ),
    quotation(
      { attribution: 'Behzod Hamroyev, baker' },
      '“Everybody asks about the heat. The heat is nothing, you get used to it in a year. What you never get used to is that it can fall.”',
    ),
    crosshead(2, 'A stamp instead of a name'),
    paragraph(
      'The loaf, ',
      foreign('uz', 'non'),
      ' in Uzbek, is thick at the rim and thin in the middle, so that it may be torn fairly. The middle is pricked with a ',
      foreign('uz', 'chekich'),
      ', a wooden stamp set with nails, to keep it from rising. Every bakery has its own pattern. Gulnora’s is a flower with nine petals, and a tenth that her grandfather added when a competitor took the nine.',
    ),
    paragraph(
      'There is no sugar in the dough and no secret, she says, and then she names three: flour from the north, for strength; water from one particular pump; and time. The sponge is left overnight. The gloss comes from a brush of milk and an egg.',
    ),
    pullQuote('Gulnora Hamroyeva, baker', '“A loaf is not worth gold. It is worth coming home for.”'),
    crosshead(2, 'Manners'),
    paragraph(
      'A visitor learns the rules by breaking them. A loaf is never laid face down. It is not cut with a knife at a family table, but broken, by the eldest, and the pieces go round. A crumb on the ground is picked up and set on a wall for the birds. A young man who leaves for the army or for work abroad takes one bite; what is left is hung on a nail, and waits for him to finish it.',
    ),
    paragraph(
      'There are a good many such loaves in the city now. Somewhere above a door on every street one can see them, grey and hard as plates. “That is my brother’s,” says Gulnora of the one over her own. “He drives a bus in Incheon. It has been six years.” She takes it down, knocks on it with a knuckle, and it answers like a drum.',
    ),
    crosshead(2, 'The tale of the king'),
    paragraph(
      'Everyone tells the tale, each a little differently. A ruler of Bukhara, who could get no bread at home as good as Samarkand’s, sent for the best baker in the city. The bread was poor. He sent for the flour; it was poor. He sent for the water and the oven and the wood. At last he asked the man what was missing. “The air, my lord,” said the baker, and was allowed to go home.',
    ),
    paragraph(
      'Behzod has a shorter one. Last spring a man came with a thermometer on a wire and wrote down figures for a week. He was going to build an oven with a switch. “I gave him the recipe,” Behzod says. “I gave him a loaf. He has not come back for another, so either it works, or he is too proud.” By nine the shelves are empty. He sweeps the ash into a bucket, for the roses, and goes to bed.',
    ),
  ],
};

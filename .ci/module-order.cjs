/**
 * The modules of core in the order in which a factory is set up. A module may import those to its left (through their
 * `index.ts`); those to its right hear of it by event. The only list of modules that the guards know.
 */
module.exports.modules = [
  'plant',
  'product',
  'people',
  'access',
  'order',
  'production',
  'inventory',
  'telemetry',
  'quality',
  'andon',
  'handover',
  'label',
  'scheduling',
  'command',
  'performance',
  'channel',
  'subscription',
  'import',
];

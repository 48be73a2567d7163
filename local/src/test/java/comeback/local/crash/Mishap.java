package comeback.local.crash;

/**
 * What goes wrong in one play of a story.
 *
 * @param call the how-many-th call to AWS that the functions make, from 0
 * @param harm how it goes wrong
 */
record Mishap(int call, Harm harm) {}

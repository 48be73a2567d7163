/**
 * What became of a letter in its inbox: what SES told of its picture and its links, and whether a person was behind it. The
 * facts are kept as they were told, and the verdict follows from them alone, so that a recount says the same and better rules
 * can be tried on what is kept. It knows of no customer, and decides nothing.
 */
@NullMarked
package comeback.engagement;

import org.jspecify.annotations.NullMarked;

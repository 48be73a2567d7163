/**
 * What becomes of an answer to a letter: its customer gets no marketing for a while, and a person of the store gets the
 * answer with what it is about. Knows the mail only as headers and bytes; answers nobody, and believes no mail who it
 * is from: only the signed address that the letter named.
 */
@NullMarked
package comeback.reply;

import org.jspecify.annotations.NullMarked;

/**
 * What the local SES accepted: mails as their reader would get them, kept in memory and bounded.
 */
@NullMarked
package comeback.local.mail;

import org.jspecify.annotations.NullMarked;

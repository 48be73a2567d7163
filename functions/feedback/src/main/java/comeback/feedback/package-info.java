/** The function that EventBridge calls with what SES tells about mails: sent, delivered, bounced, complained. */
@NullMarked
package comeback.feedback;

import org.jspecify.annotations.NullMarked;

/** The function that EventBridge calls with what SES tells about mails: sent, delivered, bounced, complained, unsubscribed there. */
@NullMarked
package comeback.feedback;

import org.jspecify.annotations.NullMarked;

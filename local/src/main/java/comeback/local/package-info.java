/**
 * Comeback on a laptop, in one JVM: AWS, the functions, a mailbox and a clock to turn. This package starts it and puts
 * it together; it is the one place that reads the command line, looks at the machine's clock and starts threads.
 */
@NullMarked
package comeback.local;

import org.jspecify.annotations.NullMarked;

/**
 * Judges a world. It knows what was acknowledged to storefronts and shoppers, which mails SES took, and what passed the
 * edge; of what the functions decided it believes nothing.
 */
@NullMarked
package comeback.simulation.oracle;

import org.jspecify.annotations.NullMarked;

/** Who was behind a touch of a letter: a person, or one of the machines that come before them. */
@NullMarked
package comeback.engagement;

import org.jspecify.annotations.NullMarked;

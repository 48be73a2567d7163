/**
 * A sheet of paper as a PDF: where each line stands, and how it is drawn. It knows texts, colours and millimetres' cousins, and
 * neither what a receipt is nor in which language it speaks.
 */
@NullMarked
package comeback.shopper.pdf;

import org.jspecify.annotations.NullMarked;

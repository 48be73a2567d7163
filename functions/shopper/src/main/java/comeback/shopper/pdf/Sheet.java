package comeback.shopper.pdf;

import java.util.List;

/**
 * What stands on a receipt or a credit note, in words. What is empty is left out.
 *
 * @param language of the words, as a tag
 * @param title "Receipt"
 * @param shop as shoppers know it
 * @param rgb the shop's colour, eight bits each
 * @param from who drew it
 * @param to for whom it is
 * @param facts number, dates, the order: what a bookkeeper looks for first
 * @param columns the names of an item's columns: what, how many, price of one, amount
 * @param items what was paid for
 * @param more a sentence for further items that are not known one by one
 * @param sums what leads to the total
 * @param total the last sum
 * @param taxes contained in the total, a line for each rate
 * @param page "Page {0} of {1}", filled in here
 * @param legal who answers for it, below every page
 */
public record Sheet(
        String language,
        String title,
        String shop,
        int rgb,
        Block from,
        Block to,
        List<Fact> facts,
        List<String> columns,
        List<Item> items,
        String more,
        List<Fact> sums,
        Fact total,
        List<Fact> taxes,
        String page,
        String legal) {
    public Sheet {
        facts = List.copyOf(facts);
        columns = List.copyOf(columns);
        items = List.copyOf(items);
        sums = List.copyOf(sums);
        taxes = List.copyOf(taxes);
    }

    /**
     * A name and what it is.
     *
     * @param name short
     * @param value one line
     */
    public record Fact(String name, String value) {}

    /**
     * Lines under a heading.
     *
     * @param heading small
     * @param lines of them the first stands out
     */
    public record Block(String heading, List<String> lines) {
        public static final Block NONE = new Block("", List.of());

        public Block {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A line of what was paid for.
     *
     * @param title as long as it is
     * @param variant the choice; may be ""
     * @param quantity how many
     * @param price of one; "" when it is not known
     * @param amount of all; "" when it is not known
     */
    public record Item(String title, String variant, String quantity, String price, String amount) {}
}

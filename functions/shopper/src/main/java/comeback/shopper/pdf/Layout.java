package comeback.shopper.pdf;

import comeback.shopper.pdf.Ink.Weight;
import comeback.shopper.pdf.Sheet.Block;
import comeback.shopper.pdf.Sheet.Fact;
import comeback.shopper.pdf.Sheet.Item;
import java.util.ArrayList;
import java.util.List;

/** Puts a sheet's words in their places, from the top of as many pages of A4 as they need. */
final class Layout {
    static final float WIDTH = 595.28f;
    static final float HEIGHT = 841.89f;

    private static final float LEFT = 52;
    private static final float RIGHT = WIDTH - LEFT;
    private static final float HALF = (RIGHT - LEFT) / 2;
    private static final float BAND = 9;
    private static final float TOP = HEIGHT - 78;
    private static final float BOTTOM = 84;

    /** Where an item's numbers end. */
    private static final float QUANTITY = RIGHT - 178;

    private static final float PRICE = RIGHT - 92;
    private static final float TITLE_WIDTH = 270;
    private static final float SUMS = RIGHT - 250;

    private static final float TEXT = 10;
    private static final float SMALL = 8.5f;
    private static final float LEADING = 14;
    private static final int DARK = 0x1d2327;
    private static final int GREY = 0x5c646b;
    private static final int HAIR = 0xdcdad5;
    private static final int SOFT = 0xf5f4f1;

    private final Sheet sheet;
    private final Type type;
    private final Wrapping wrapping;
    private final List<List<Ink>> pages = new ArrayList<>();
    private float y;

    private Layout(Sheet sheet, Type type) {
        this.sheet = sheet;
        this.type = type;
        this.wrapping = new Wrapping(type);
    }

    /** What stands on each page. */
    static List<List<Ink>> of(Sheet sheet, Type type) {
        Layout layout = new Layout(sheet, type);
        layout.turn();
        layout.head();
        layout.parties();
        layout.facts();
        layout.items();
        layout.sums();
        layout.feet();
        return layout.pages;
    }

    private void turn() {
        pages.add(new ArrayList<>());
        box(0, HEIGHT - BAND, WIDTH, BAND, sheet.rgb());
        y = TOP;
    }

    /** Goes on over the page when less than this is left. */
    private void need(float height) {
        if (y - height < BOTTOM) {
            turn();
            text(sheet.shop() + " · " + sheet.title(), LEFT, SMALL, Weight.PLAIN, GREY);
            y -= 2 * LEADING;
        }
    }

    private void head() {
        float title = 22;
        right(sheet.title(), RIGHT, title, Weight.PLAIN, DARK);
        float room = RIGHT - LEFT - type.width(sheet.title(), title) - 24;
        for (String line : wrapping.lines(sheet.shop(), 17, room)) {
            text(line, LEFT, 17, Weight.BOLD, DARK);
            y -= 22;
        }
        y -= 22;
    }

    private void parties() {
        float top = y;
        block(sheet.from(), LEFT);
        float left = y;
        y = top;
        block(sheet.to(), LEFT + HALF + 12);
        y = Math.min(left, y) - 12;
    }

    private void block(Block block, float x) {
        if (block.lines().isEmpty()) {
            return;
        }
        text(block.heading(), x, SMALL, Weight.PLAIN, GREY);
        y -= LEADING + 1;
        Weight weight = Weight.BOLD;
        for (String told : block.lines()) {
            for (String line : wrapping.lines(told, TEXT, HALF - 12)) {
                text(line, x, TEXT, weight, DARK);
                y -= LEADING;
            }
            weight = Weight.PLAIN;
        }
    }

    /** Beside each other in a box. */
    private void facts() {
        int perRow = 4;
        float column = (RIGHT - LEFT - 24) / perRow;
        int rows = (sheet.facts().size() + perRow - 1) / perRow;
        float height = rows * 36 + 10;
        box(LEFT, y - height, RIGHT - LEFT, height, SOFT);
        y -= 18;
        for (int i = 0; i < sheet.facts().size(); i++) {
            Fact fact = sheet.facts().get(i);
            float x = LEFT + 12 + (i % perRow) * column;
            float top = y;
            text(fact.name(), x, SMALL, Weight.PLAIN, GREY);
            y -= 14;
            text(wrapping.lines(fact.value(), TEXT, column - 8).getFirst(), x, TEXT, Weight.BOLD, DARK);
            y = i % perRow == perRow - 1 || i == sheet.facts().size() - 1 ? top - 36 : top;
        }
        y -= 20;
    }

    private void items() {
        if (sheet.items().isEmpty()) {
            return;
        }
        text(sheet.columns().get(0), LEFT, SMALL, Weight.PLAIN, GREY);
        right(sheet.columns().get(1), QUANTITY, SMALL, Weight.PLAIN, GREY);
        right(sheet.columns().get(2), PRICE, SMALL, Weight.PLAIN, GREY);
        right(sheet.columns().get(3), RIGHT, SMALL, Weight.PLAIN, GREY);
        hair(LEFT, 8);
        y -= 24;
        sheet.items().forEach(this::item);
        if (!sheet.more().isEmpty()) {
            need(LEADING);
            text(sheet.more(), LEFT, SMALL, Weight.PLAIN, GREY);
            y -= 22;
        }
    }

    private void item(Item item) {
        List<String> title = wrapping.lines(item.title(), TEXT, TITLE_WIDTH);
        List<String> variant =
                item.variant().isEmpty() ? List.of() : wrapping.lines(item.variant(), SMALL, TITLE_WIDTH);
        need((title.size() + variant.size()) * LEADING + 10);
        right(item.quantity(), QUANTITY, TEXT, Weight.PLAIN, DARK);
        right(item.price(), PRICE, TEXT, Weight.PLAIN, DARK);
        right(item.amount(), RIGHT, TEXT, Weight.PLAIN, DARK);
        for (String line : title) {
            text(line, LEFT, TEXT, Weight.PLAIN, DARK);
            y -= LEADING;
        }
        for (String line : variant) {
            text(line, LEFT, SMALL, Weight.PLAIN, GREY);
            y -= LEADING;
        }
        y += LEADING;
        hair(LEFT, 9);
        y -= 25;
    }

    private void sums() {
        need((sheet.sums().size() + sheet.taxes().size()) * 17 + 60);
        y -= 2;
        sheet.sums().forEach(sum -> row(sum, TEXT, DARK));
        box(SUMS, y + 9, RIGHT - SUMS, 1.5f, sheet.rgb());
        y -= 11;
        text(sheet.total().name(), SUMS, 13, Weight.BOLD, DARK);
        right(sheet.total().value(), RIGHT, 13, Weight.BOLD, DARK);
        y -= 21;
        sheet.taxes().forEach(tax -> row(tax, 9, GREY));
    }

    private void row(Fact fact, float size, int rgb) {
        right(fact.value(), RIGHT, size, Weight.PLAIN, rgb);
        float room = RIGHT - SUMS - type.width(fact.value(), size) - 10;
        for (String line : wrapping.lines(fact.name(), size, room)) {
            text(line, SUMS, size, Weight.PLAIN, rgb);
            y -= 17;
        }
    }

    /** When all pages are there, because each says how many they are. */
    private void feet() {
        List<List<Ink>> all = List.copyOf(pages);
        for (int page = 0; page < all.size(); page++) {
            y = 46;
            String count = sheet.page()
                    .replace("{0}", Integer.toString(page + 1))
                    .replace("{1}", Integer.toString(all.size()));
            float counted = type.width(count, SMALL);
            List<Ink> ink = all.get(page);
            ink.add(new Ink.Box(LEFT, y + 16, RIGHT - LEFT, 0.6f, HAIR));
            ink.add(new Ink.Text(count, RIGHT - counted, y, SMALL, Weight.PLAIN, GREY));
            for (String line : wrapping.lines(sheet.legal(), SMALL, RIGHT - LEFT - counted - 20)) {
                ink.add(new Ink.Text(line, LEFT, y, SMALL, Weight.PLAIN, GREY));
                y -= 12;
            }
        }
    }

    private void hair(float from, float below) {
        box(from, y - below, RIGHT - from, 0.6f, HAIR);
    }

    private void box(float x, float bottom, float width, float height, int rgb) {
        pages.getLast().add(new Ink.Box(x, bottom, width, height, rgb));
    }

    private void text(String text, float x, float size, Weight weight, int rgb) {
        pages.getLast().add(new Ink.Text(text, x, y, size, weight, rgb));
    }

    private void right(String text, float end, float size, Weight weight, int rgb) {
        text(text, end - type.width(text, size), size, weight, rgb);
    }
}

package comeback.shopper.pdf;

/** Something on a page. Places are in points, from the left and from the bottom. */
sealed interface Ink {
    /**
     * A line of text.
     *
     * @param text without a break
     * @param x where it begins
     * @param y its foot
     * @param size in points
     * @param weight of its strokes
     * @param rgb its colour
     */
    record Text(String text, float x, float y, float size, Weight weight, int rgb) implements Ink {}

    /**
     * A filled rectangle.
     *
     * @param x its left side
     * @param y its bottom
     * @param width to the right
     * @param height upwards
     * @param rgb its colour
     */
    record Box(float x, float y, float width, float height, int rgb) implements Ink {}

    /** How strongly letters are drawn. */
    enum Weight {
        PLAIN,
        BOLD
    }
}

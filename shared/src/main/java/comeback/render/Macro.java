package comeback.render;

/**
 * A macro of the shared parts, as templates call it.
 *
 * @param name without "#"
 * @param arguments how many values it wants
 * @param file where it is
 * @param line where it begins
 */
record Macro(String name, int arguments, String file, int line) {}

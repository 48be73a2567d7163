package comeback.flowfile;

import comeback.message.MessageClass;
import comeback.message.Shown;
import comeback.yaml.YamlObject;
import java.util.Optional;

/** Reads which products a step has chosen for its letter. */
final class ShownReader {
    static final String SHOW = "show";

    private static final String WHAT = "products";
    private static final String AT_LEAST = "at least";
    private static final String IF_NONE = "if none";

    private ShownReader() {}

    /** What is shown; nothing when there is none, or when it has a mistake, which is noted. */
    static Optional<Shown> read(YamlObject step, MessageClass messageClass) {
        Optional<YamlObject> found = step.object(SHOW);
        if (found.isPresent() && messageClass == MessageClass.TRANSACTIONAL) {
            step.refuse(SHOW, "a letter that shows products to buy promotes: its class can not be transactional");
        }
        return found.flatMap(ShownReader::shown);
    }

    private static Optional<Shown> shown(YamlObject block) {
        block.refuseAllBut(WHAT, AT_LEAST, IF_NONE);
        boolean goesWithout = block.parsed(
                        IF_NONE,
                        text -> switch (text) {
                            case "skip" -> false;
                            case "send without" -> true;
                            default -> throw new IllegalArgumentException(text);
                        },
                        "one of: skip, send without")
                .orElse(false);
        int atLeast = block.parsed(AT_LEAST, ShownReader::few, "a number from 1 to " + Shown.MAX)
                .orElse(1);
        if (!block.has(WHAT)) {
            block.refuse("", "\"products\" is missing: viewed, related, popular or new");
        }
        return Choices.choice(block, WHAT, Shown.What.values(), Shown.What::words)
                .map(what -> new Shown(what, atLeast, goesWithout));
    }

    private static int few(String text) {
        int number = Integer.parseInt(text);
        if (number < 1 || number > Shown.MAX) {
            throw new IllegalArgumentException(text);
        }
        return number;
    }
}

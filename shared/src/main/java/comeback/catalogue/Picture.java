package comeback.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which picture of a product a letter can show. Mail programs show less than browsers do. */
public sealed interface Picture {
    /**
     * Mail programs show it.
     *
     * @param url with https
     */
    record Shown(String url) implements Picture {}

    /**
     * None of them can be shown.
     *
     * @param why in words for the shop
     */
    record Refused(String why) implements Picture {}

    /** The shop told none. */
    record None() implements Picture {}

    /** The path's last part, and a format that an image server is asked for: "?format=webp". */
    Pattern FORMAT = Pattern.compile("\\.([a-z0-9]{2,5})(?=$|[?#])|[?&](?:format|fm|fmt)=([a-z0-9]+)");

    /**
     * The first of these that can be shown.
     *
     * @param urls absolute, the shop's favourite first
     */
    static Picture of(List<String> urls) {
        if (urls.isEmpty()) {
            return new None();
        }
        return urls.stream()
                .filter(url -> objection(url).isEmpty())
                .findFirst()
                .<Picture>map(Shown::new)
                .orElseGet(() -> new Refused(objection(urls.getFirst()).orElseThrow()));
    }

    default Optional<String> shown() {
        return this instanceof Shown(String url) ? Optional.of(url) : Optional.empty();
    }

    private static Optional<String> objection(String url) {
        String lower = url.toLowerCase(Locale.ROOT);
        if (!lower.startsWith("https://")) {
            return Optional.of("mail programs load pictures by https only");
        }
        return switch (format(lower)) {
            case "svg", "svgz" -> Optional.of("mail programs show no SVG; give a JPEG or PNG");
            case "webp" -> Optional.of("some mail programs show no WebP; give a JPEG or PNG beside it");
            case "avif", "heic", "tif", "tiff", "bmp" ->
                Optional.of("mail programs do not show this format; give a JPEG or PNG");
            default -> Optional.empty();
        };
    }

    /** What is asked for last counts: "mug.png?format=webp" is a WebP. */
    private static String format(String url) {
        int path = url.indexOf('/', "https://".length());
        var matcher = FORMAT.matcher(path < 0 ? "" : url.substring(path));
        String format = "";
        while (matcher.find()) {
            format = Optional.ofNullable(matcher.group(1)).orElse(matcher.group(2));
        }
        return format;
    }
}

package comeback.ingest.reading;

import comeback.json.Fields;
import comeback.store.KeyClass;
import comeback.store.Store;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * Which links of an event may stand in a letter. Anyone has the key that stands in a browser, and could have a letter in
 * the shop's name lead a stranger to their own site: with a public key only the shop's own hosts count.
 *
 * @param home the shop's front page, for links that are relative to it
 * @param isOwnHostOnly whether links must lead to the shop itself
 */
public record Links(URI home, boolean isOwnHostOnly) {
    /** Longer ones break in mail programs. */
    public static final int LENGTH_MAX = 2000;

    public static Links of(Store store, KeyClass keyClass) {
        URI home = URI.create(store.brand().homeUrl());
        // Java resolves "cart" against "https://shop.example" to the host "shop.examplecart".
        return new Links(home.getPath().isEmpty() ? home.resolve("/") : home, keyClass == KeyClass.PUBLIC);
    }

    /** The page that one of these fields leads to; what may not stand in a letter is dropped. */
    public Optional<String> page(Fields fields, String... names) {
        return fields.text(Texts.named(fields, names))
                .flatMap(this::absolute)
                .filter(uri -> !isOwnHostOnly || isOwn(uri))
                .map(URI::toASCIIString);
    }

    /** The picture at one of these fields. Pictures lie on the hosts of networks that no shop owns, and lead nowhere. */
    public Optional<String> image(Fields fields, String... names) {
        return fields.text(Texts.named(fields, names)).flatMap(this::absolute).map(URI::toASCIIString);
    }

    private Optional<URI> absolute(String text) {
        try {
            URI uri = home.resolve(new URI(text.strip().replace(" ", "%20")));
            boolean isWeb = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            // "https://shop.example@elsewhere.example" leads elsewhere, whatever it looks like.
            boolean isPlain = uri.getHost() != null && uri.getRawUserInfo() == null;
            return isWeb && isPlain && uri.toASCIIString().length() <= LENGTH_MAX ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private boolean isOwn(URI uri) {
        String own = host(home);
        String its = host(uri);
        return its.equals(own) || its.endsWith("." + own);
    }

    /** "www" is an alias of the shop by everyone's custom, so its neighbours are the shop's own too. */
    private static String host(URI uri) {
        String host = Optional.ofNullable(uri.getHost()).orElse("").toLowerCase(Locale.ROOT);
        return host.startsWith("www.") ? host.substring("www.".length()) : host;
    }
}

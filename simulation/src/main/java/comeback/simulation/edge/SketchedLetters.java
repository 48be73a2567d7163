package comeback.simulation.edge;

import comeback.render.Letter;
import comeback.render.LetterRequest;
import comeback.render.LetterWriter;
import comeback.render.Letters;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the letter of each shape in earnest once, and after that only what a judge looks for in it: whom it greets, its
 * goods, its coupon, its links. Real letters were almost half of a world's time, and letters have tests of their own.
 */
final class SketchedLetters implements LetterWriter {
    private final Letters letters;
    private final Set<Shape> written = ConcurrentHashMap.newKeySet();

    /** What makes one letter another than the next, beside names and numbers. */
    private record Shape(
            String flow,
            String message,
            String store,
            String language,
            boolean hasCart,
            boolean hasOrder,
            boolean hasShipment,
            boolean hasGoods,
            boolean hasCoupon,
            boolean hasName) {
        static Shape of(LetterRequest request) {
            return new Shape(
                    request.flow(),
                    request.message(),
                    request.store().id().value(),
                    request.locale().getLanguage(),
                    request.cart().isPresent(),
                    request.order().isPresent(),
                    request.shipment().isPresent(),
                    !request.goods().isEmpty(),
                    request.coupon().isPresent(),
                    request.profile().firstName().isPresent());
        }
    }

    SketchedLetters(Letters letters) {
        this.letters = letters;
    }

    @Override
    public boolean has(String flow, String message) {
        return letters.has(flow, message);
    }

    @Override
    public Letter render(LetterRequest request) {
        if (!written.contains(Shape.of(request))) {
            // One that cannot be written is tried in earnest again and again.
            letters.render(request);
            written.add(Shape.of(request));
        }
        // The same words in every world, whoever was first to have the letter written in earnest.
        return new Letter(request.flow() + "/" + request.message(), "<html></html>", sketch(request));
    }

    private static String sketch(LetterRequest request) {
        return Stream.of(
                        request.profile().firstName().stream(),
                        request.goods().stream().map(line -> line.title()),
                        request.coupon().stream().map(coupon -> coupon.code().value()),
                        Stream.of(request.links().unsubscribe()))
                .flatMap(words -> words)
                .collect(Collectors.joining("\n"));
    }
}

package comeback.shopper.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.openpdf.text.Document;
import org.openpdf.text.pdf.BaseFont;

/**
 * The letters of a sheet. Liberation Sans, which the library brings, has those of Europe and is packed into the file. Hangul is
 * only named: every reader of PDF in Korea brings a font for it, and packing one would make each function megabytes heavier.
 */
final class Type {
    private static final String PACKED = "/font-fallback/LiberationSans-Regular.ttf";

    /** Beyond these the library's Korean font has no table. */
    private static final int KOREAN_MAX = 0xffff;

    private static final String UNKNOWN = "?";

    private final BaseFont latin;
    private final BaseFont korean;

    private Type(BaseFont latin, BaseFont korean) {
        this.latin = latin;
        this.korean = korean;
    }

    /**
     * A stretch of one font.
     *
     * @param font which
     * @param text in it
     */
    record Run(BaseFont font, String text) {}

    static Type read() {
        try (InputStream packed = Document.class.getResourceAsStream(PACKED)) {
            if (packed == null) {
                throw new IllegalStateException(PACKED + " is not in the library any more");
            }
            return new Type(
                    BaseFont.createFont(
                            "LiberationSans.ttf",
                            BaseFont.IDENTITY_H,
                            BaseFont.EMBEDDED,
                            false,
                            packed.readAllBytes(),
                            new byte[0]),
                    BaseFont.createFont("HYGoThic-Medium", "UniKS-UCS2-H", BaseFont.NOT_EMBEDDED));
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + PACKED, e);
        }
    }

    /** The text in stretches; what no font has is a question mark. */
    List<Run> runs(String text) {
        List<Run> runs = new ArrayList<>();
        StringBuilder stretch = new StringBuilder();
        boolean isStretchKorean = false;
        for (int c : text.codePoints().toArray()) {
            boolean isKorean = !latin.charExists(c) && hasKorean(c);
            if (isKorean != isStretchKorean && !stretch.isEmpty()) {
                runs.add(new Run(isStretchKorean ? korean : latin, stretch.toString()));
                stretch.setLength(0);
            }
            isStretchKorean = isKorean;
            stretch.append(isKorean || latin.charExists(c) ? Character.toString(c) : UNKNOWN);
        }
        if (!stretch.isEmpty()) {
            runs.add(new Run(isStretchKorean ? korean : latin, stretch.toString()));
        }
        return runs;
    }

    float width(String text, float size) {
        float width = 0;
        for (Run run : runs(text)) {
            width += run.font().getWidthPoint(run.text(), size);
        }
        return width;
    }

    private boolean hasKorean(int c) {
        return c <= KOREAN_MAX && korean.charExists(c);
    }
}

package comeback.render;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import gg.jte.resolve.ResourceCodeResolver;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One letter of 40 KB, cart/your-things with twenty of forty things, as send has it written, beside the same letter by jte, which
 * compiles its template to Java, and by hand. All three are given the same values and take their words from the same file,
 * and what they write is compared before anything is measured.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 3, jvmArgsAppend = "-XX:+UseSerialGC")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class RenderBenchmark {
    /** Pages of shops lie deep, and lead the letter to its 40 KB. */
    private static final String SHOP = LetterSamples.SHOP
            + "/en-us/collections/autumn-and-winter-homeware-for-slow-mornings/made-by-hand-in-small-batches-and-sent-on-the"
            + "-very-same-day-to-wherever-you-live";

    private static final int BYTES = 40_000;
    private static final int BYTES_OFF = 1_500;

    private final Letters letters;
    private final LetterRequest request;
    private final LetterModel model;
    private final Page page;
    private final TemplateEngine jte;

    /**
     * What jte and the hand are given. They are not asked about a logo, which this shop does not have.
     *
     * @param title as the macros put it together
     */
    public record Page(
            String title,
            String lang,
            boolean marketing,
            Palette palette,
            BrandView brand,
            CustomerView customer,
            CartView cart,
            LinksView links,
            Words t) {}

    /** Made by JMH. */
    public RenderBenchmark() {
        Path templates = Path.of(System.getProperty("comeback.templates", "templates"));
        letters = Letters.read(templates);
        SampleMessage message = ShippedLetters.in(templates).stream()
                .filter(sample -> sample.toString().equals("cart/your-things"))
                .findFirst()
                .orElseThrow();
        request = new LetterSamples(SHOP).request(message, Locale.US, LetterSamples.Customer.WITH_FORTY_ITEMS);
        model = letters.model(request, Rows.USUAL);
        page = new Page(
                letters.render(request).subject(),
                model.lang(),
                model.marketing(),
                model.palette(),
                model.brand(),
                model.customer(),
                model.cart().orElseThrow(),
                model.links(),
                model.t());
        jte = jte();
    }

    /** Else one of them would be quick because it leaves something out. */
    @Setup
    public void compare() {
        String ours = velocity();
        int bytes = ours.getBytes(StandardCharsets.UTF_8).length;
        if (Math.abs(bytes - BYTES) > BYTES_OFF) {
            throw new IllegalStateException("the letter has " + bytes + " bytes, and not about " + BYTES);
        }
        if (!seen(ours).equals(seen(byJte())) || !seen(ours).equals(seen(byHand()))) {
            throw new IllegalStateException("the three letters are not the same");
        }
    }

    /** As send has it written. */
    @Benchmark
    public String velocity() {
        return letters.html(request, model).orElseThrow();
    }

    /** As jte writes it. */
    @Benchmark
    public String byJte() {
        StringOutput output = new StringOutput(ByHand.USUAL);
        jte.render("things.jte", page, output);
        return output.toString();
    }

    /** As it is put together by hand. */
    @Benchmark
    public String byHand() {
        return new ByHand(page).written();
    }

    /** The whole of it: what the letter shows is looked up, it is written, and its text is read from it. */
    @Benchmark
    public Letter wholeLetter() {
        return letters.render(request);
    }

    private static TemplateEngine jte() {
        try {
            TemplateEngine engine = TemplateEngine.create(
                    new ResourceCodeResolver("jte"), Files.createTempDirectory("jte"), ContentType.Html);
            engine.setHtmlCommentsPreserved(true);
            return engine;
        } catch (IOException e) {
            throw new IllegalStateException("jte has nowhere to put its classes", e);
        }
    }

    /** Whatever line it stands on, and however it is escaped. */
    private static String seen(String html) {
        Document document = Jsoup.parse(html);
        document.outputSettings().prettyPrint(false);
        return document.outerHtml().replaceAll("\\s+", " ").replace("> ", ">").replace(" <", "<");
    }
}

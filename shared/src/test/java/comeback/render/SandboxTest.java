package comeback.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comeback.templates.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.velocity.Template;
import org.apache.velocity.VelocityContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a template could do if nobody had checked it. */
class SandboxTest {
    private static final LetterModel MODEL = LetterModel.of(
            new LetterSamples(LetterSamples.SHOP)
                    .request(ShippedLetters.named("cart", "need-help"), Locale.US, LetterSamples.Customer.USUAL),
            Rows.USUAL,
            new Words(Locale.ENGLISH, Map.of("hi", new Phrase("w", 1, "Hi {0}", Locale.ENGLISH))));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$brand.class.forName('java.lang.Runtime')",
                "$brand.getClass().getClassLoader()",
                "$brand.class.classLoader",
                "$lang.class",
                "$lang.bytes",
                "$lang.getBytes()",
                "$t.class.protectionDomain",
                "$t.language()",
                "$cart.lines.remove(0)",
                "$cart.lines.add($cart)",
                "$cart.lines[0]",
                "$brand.homeUrl.page('x')",
                "$brand.name.length()",
                "#set($brand.name = 'x')$brand.nme",
                "#evaluate('$lang')",
                "#include('pom.xml')",
                "#parse('pom.xml')",
                "#define($x)1#end$x",
                "#foreach($i in [1..1000000])$cart#end",
                "$nothing",
                "$!nothing",
                "$customer.nothing"
            })
    void an_attack_fails(String source) {
        assertThatThrownBy(() -> rendered(source)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void a_letter_without_end_is_stopped() {
        assertThatThrownBy(() -> rendered("#macro(a)$lang$lang#a()#end#a()")).isInstanceOf(RuntimeException.class);
        String many = "#foreach($l in $cart.lines)" + "x".repeat(100_000) + "#end";
        assertThatThrownBy(() -> rendered(many)).isInstanceOf(LimitedWriter.Overflow.class);
    }

    @Test
    void what_letters_need_works() {
        assertThat(rendered("$t.get('hi', $brand.name)")).isEqualTo("Hi Alder &amp; Pine");
        assertThat(rendered("#foreach($l in $cart.lines)$foreach.count#if($foreach.hasNext),#end#end"))
                .isEqualTo("1,2,3");
        assertThat(rendered("#if($brand.logoUrl)logo#{else}type#end")).isEqualTo("type");
        assertThat(rendered("#if($order)order#{else}none#end")).isEqualTo("none");
        assertThat(rendered("#if($cart.lines.isEmpty())empty#{else}full#end")).isEqualTo("full");
        assertThat(rendered("#macro(b)<b>$bodyContent</b>#end#@b()$brand.name#end"))
                .isEqualTo("<b>Alder &amp; Pine</b>");
    }

    private static String rendered(String source) {
        List<Problem> problems = new ArrayList<>();
        Template template = new Sandbox()
                .parse(new Source("cart", "attack.vm", source), problems)
                .orElseThrow(() -> new IllegalArgumentException(problems.toString()));
        LimitedWriter writer = new LimitedWriter();
        VelocityContext context = new VelocityContext();
        MODEL.into(context);
        template.merge(context, writer);
        return writer.toString();
    }
}

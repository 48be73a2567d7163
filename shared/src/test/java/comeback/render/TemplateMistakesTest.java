package comeback.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import comeback.templates.Problem;
import comeback.templates.TemplatesInvalid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What someone who edits templates is told. */
class TemplateMistakesTest {
    @TempDir
    private Path templates;

    @BeforeEach
    void a_small_folder_without_mistakes() throws IOException {
        write(
                "_parts/text.vm",
                "#macro(text $words)\n<p>$words</p>\n#end\n#macro(box)\n<div>$bodyContent</div>\n#end\n");
        write("_parts/words.properties", "hello = Hello {0}\nmore.one = one\nmore.other = {0} more\n");
        write("_parts/words_tr.properties", "hello = Merhaba {0}\nmore.one = bir\nmore.other = {0} tane daha\n");
        write("cart/words.properties", "cart.title = Your cart\n");
        write("cart/words_tr.properties", "cart.title = Sepetiniz\n");
        write("cart/need-help.vm", "#@box()\n#text($t.get('cart.title'))\n#end\n");
        assertThat(Letters.read(templates).has("cart", "need-help")).isTrue();
    }

    @Test
    void a_name_that_does_not_exist() throws IOException {
        write("cart/need-help.vm", "#text($custmer.firstName)\n#text($customer.fristName)\n");

        assertThat(problems())
                .containsExactly(
                        "cart/need-help.vm:1: there is no $custmer.firstName; a letter knows brand, caps, cart, change, coupon,"
                                + " customer, day, goods, lang, links, loyalty, marketing, order, palette, receipt,"
                                + " shipment, t",
                        "cart/need-help.vm:2: there is no \"fristName\" in $customer.fristName; there is"
                                + " answeredOn, email, firstName, greeting");
    }

    @Test
    void a_name_that_does_not_exist_within_a_loop_or_a_macro() throws IOException {
        write(
                "cart/need-help.vm",
                "#foreach($line in $cart.lines)\n#text($line.prize)\n#text($foreach.position)\n#end");
        write("_parts/more.vm", "#macro(row $line)\n$line.prize\n#end");

        assertThat(problems())
                .containsExactly(
                        "_parts/more.vm:2: there is no \"prize\" in $line.prize",
                        "cart/need-help.vm:2: there is no \"prize\" in $line.prize; there is each, image, quantity,"
                                + " title, total, url, variant",
                        "cart/need-help.vm:3: $foreach knows count, first, hasNext, index, last");
    }

    @Test
    void a_loop_over_something_that_is_no_list() throws IOException {
        write("cart/need-help.vm", "#foreach($line in $cart.total)\n#text($line.title)\n#end");

        assertThat(problems()).containsExactly("cart/need-help.vm:1: $cart.total is no list");
    }

    @Test
    void a_directive_that_letters_must_not_use() throws IOException {
        write(
                "cart/need-help.vm",
                "#set($x = 1)\n#evaluate($lang)\n#include('x')\n#parse('x')\n#define($y)\n#stop\n#macro(z)\n#end\n");

        assertThat(problems())
                .contains(
                        "cart/need-help.vm:1: #set is not allowed: a template shows, it does not work things out",
                        "cart/need-help.vm:2: #evaluate is not allowed in letters",
                        "cart/need-help.vm:3: #include is not allowed in letters",
                        "cart/need-help.vm:4: #parse is not allowed in letters",
                        "cart/need-help.vm:5: #define is not allowed in letters",
                        "cart/need-help.vm:6: #stop is not allowed in letters",
                        "cart/need-help.vm:7: a macro belongs in _parts/");
    }

    @Test
    void a_method_that_letters_must_not_call() throws IOException {
        write(
                "cart/need-help.vm",
                "#text($brand.getClass())\n#text($lang.toUpperCase())\n#text($cart.lines.remove(0))\n#text($cart.lines[0])\n"
                        + "#if($cart.lines.isEmpty())#end\n#text($t.language())");

        assertThat(problems())
                .containsExactly(
                        "cart/need-help.vm:1: method getClass() is not allowed",
                        "cart/need-help.vm:2: method toUpperCase() is not allowed",
                        "cart/need-help.vm:3: method remove() is not allowed",
                        "cart/need-help.vm:4: $cart.lines[0] is not allowed: use #foreach",
                        "cart/need-help.vm:6: method language() is not allowed");
    }

    @Test
    void a_macro_that_does_not_exist_or_gets_the_wrong_values() throws IOException {
        write("cart/need-help.vm", "#buton($lang)\n#text()\n#text($lang $lang)\n#text\n");

        assertThat(problems())
                .containsExactly(
                        "cart/need-help.vm:1: there is no macro #buton",
                        "cart/need-help.vm:2: #text wants 1 values and gets 0",
                        "cart/need-help.vm:3: #text wants 1 values and gets 2",
                        "cart/need-help.vm:4: #text needs parentheses");
    }

    @Test
    void a_macro_that_is_there_twice() throws IOException {
        write("_parts/zoo.vm", "\n#macro(text $a)$a#end\n");

        assertThat(problems()).containsExactly("_parts/zoo.vm:2: #text is already in _parts/text.vm:1");
    }

    @Test
    void a_text_in_which_values_would_be_put() throws IOException {
        write("cart/need-help.vm", "#text(\"Hi $customer.firstName\")\n");

        assertThat(problems())
                .containsExactly(
                        "cart/need-help.vm:1: \"Hi $customer.firstName\" is printed as it stands: use words with"
                                + " {0} instead");
    }

    @Test
    void words_that_do_not_exist() throws IOException {
        write(
                "cart/need-help.vm",
                "#text($t.get('cart.titel'))\n#text($t.count('fewer', 2))\n#text($t.get($lang))\n#text($t.when($marketing,"
                        + " 'hello', 'bye', 1))");

        assertThat(problems())
                .containsExactly(
                        "cart/need-help.vm:1: there are no words \"cart.titel\" in cart or _parts",
                        "cart/need-help.vm:2: there are no words \"fewer.one\" in cart or _parts",
                        "cart/need-help.vm:2: there are no words \"fewer.other\" in cart or _parts",
                        "cart/need-help.vm:3: a words key is written out in single quotes, so that it can be checked",
                        "cart/need-help.vm:4: there are no words \"bye\" in cart or _parts");
    }

    @Test
    void words_that_ask_for_more_than_they_get() throws IOException {
        write("cart/need-help.vm", "\n#text($t.get('hello'))\n");

        assertThat(problems())
                .containsExactly(
                        "_parts/words.properties:1: \"hello\" asks for {0}, but cart/need-help.vm:2 gives 0 values",
                        "_parts/words_tr.properties:1: \"hello\" asks for {0}, but cart/need-help.vm:2 gives 0 values");
    }

    @Test
    void a_key_that_one_language_lacks() throws IOException {
        write("cart/words.properties", "cart.title = Your cart\n\ncart.new = New\n");
        write("cart/words_tr.properties", "cart.title = Sepetiniz\ncart.old = Eski\n");

        assertThat(problems())
                .containsExactly(
                        "cart/words.properties:1: \"cart.old\" is missing; it is in cart/words_tr.properties:2",
                        "cart/words_tr.properties:1: \"cart.new\" is missing; it is in cart/words.properties:3");
    }

    @Test
    void a_language_that_one_flow_lacks() throws IOException {
        write("cart/words_ko.properties", "cart.title = 장바구니\n");
        Files.delete(templates.resolve("cart/words_tr.properties"));

        assertThat(problems())
                .containsExactly(
                        "_parts/words_ko.properties:1: this words file is missing: Korean is there for other flows",
                        "cart/words_tr.properties:1: this words file is missing: Turkish is there for other flows");
    }

    @Test
    void words_that_cannot_be_read() throws IOException {
        write(
                "cart/words.properties",
                "# A remark \\\ncart.title = Your cart\na = it's {0}\nb = {0\nc =\nd = one \\\n    two\nd = three\ne = \\u12\n");
        write("cart/words_tr.properties", "cart.title = Sepetiniz\nd = iki\n");
        write("cart/words-de.properties", "cart.title = Korb\n");

        assertThat(problems())
                .containsExactly(
                        "cart/words-de.properties:1: words are in words.properties (English) or words_xx.properties, xx a"
                                + " language",
                        "cart/words.properties:3: these words cannot be read: an apostrophe is written ’ (or as two: '')",
                        "cart/words.properties:4: these words cannot be read: Unmatched braces in the pattern.",
                        "cart/words.properties:5: \"c\" has no words",
                        "cart/words.properties:8: \"d\" is in this file twice",
                        "cart/words.properties:9: these words cannot be read: Malformed \\uxxxx encoding.");
    }

    @Test
    void a_template_that_is_no_template() throws IOException {
        write("cart/need-help.vm", "#text($t.get('cart.title'))\n#if($marketing)\n#text($lang)\n");
        write("cart/last-note.vm", "\n#text($t.get('cart.title')\n");
        write("_parts/broken.vm", "#macro(button $a)\n#if(\n#end\n");

        assertThat(problems())
                .hasSize(3)
                .satisfiesExactly(
                        part -> assertThat(part).startsWith("_parts/broken.vm:").contains("this is not Velocity"),
                        last -> assertThat(last)
                                .startsWith("cart/last-note.vm:")
                                .contains("this is not Velocity"),
                        help -> assertThat(help)
                                .startsWith("cart/need-help.vm:")
                                .contains("this is not Velocity"));
    }

    @Test
    void a_value_where_escaping_does_not_protect() throws IOException {
        write("_parts/more.vm", """
                #macro(more $x)
                <a href=$x>1</a>
                <a href="https://x.example/$x">2</a>
                <p style="color:$x">3</p>
                <p style="color:$palette.link" title="$x">4</p>
                <style>.a{color:$x}</style>
                <img src='$x' onerror="x">
                <a href="$x">5</a>
                #end
                """);

        assertThat(problems())
                .containsExactly(
                        "_parts/more.vm:2: a value in an attribute stands in double quotes",
                        "_parts/more.vm:3: a link is exactly one reference: it is built and checked in Java",
                        "_parts/more.vm:4: only $palette may be used in style",
                        "_parts/more.vm:6: only $palette may be used in style",
                        "_parts/more.vm:7: a link stands in double quotes",
                        "_parts/more.vm:7: mail clients run no scripts");
    }

    @Test
    void words_in_a_template() throws IOException {
        write("cart/need-help.vm", "#text($t.get('cart.title'))\n<p class=\"px\">Your cart</p>\n");

        assertThat(problems()).hasSize(1).first().asString().contains("words belong in a words file: ");
    }

    @Test
    void a_file_that_is_not_utf_8() throws IOException {
        Files.write(templates.resolve("cart/need-help.vm"), new byte[] {'#', (byte) 0xe7, '\n'});

        assertThat(problems()).containsExactly("cart/need-help.vm:1: the file is not UTF-8");
    }

    @Test
    void a_folder_that_is_not_there() {
        templates = templates.resolve("nowhere");

        assertThat(problems()).hasSize(1).first().asString().startsWith(".:1: the templates folder cannot be read");
    }

    private void write(String file, String text) throws IOException {
        Path path = templates.resolve(file);
        Files.createDirectories(path.resolveSibling("."));
        Files.writeString(path, text);
    }

    private List<String> problems() {
        TemplatesInvalid invalid = catchThrowableOfType(TemplatesInvalid.class, () -> Letters.read(templates));
        return invalid.problems().stream().map(Problem::toString).toList();
    }
}

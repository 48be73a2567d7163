package comeback.packing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import comeback.packing.ClassPath.Found;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class NeededTest {
    private final SortedMap<String, Found> all = new TreeMap<>();

    @Test
    void what_a_class_calls_or_has_in_a_signature_is_needed_and_so_on() {
        type(
                "ours",
                "shop.Handler",
                "",
                MethodTypeDesc.of(ClassDesc.of("lib.Answer"), ConstantDescs.CD_int, ClassDesc.of("lib.Event")));
        type("lib", "lib.Answer", "", ClassDesc.of("lib.Body"));
        type("lib", "lib.Event", "");
        type("lib", "lib.Body", "");
        type("lib", "lib.Unused", "");

        assertThat(Needed.by("ours", all).keySet())
                .containsExactly("lib/Answer.class", "lib/Body.class", "lib/Event.class", "shop/Handler.class");
    }

    @Test
    void what_is_named_in_a_text_is_needed_as_it_may_be_loaded_by_its_name() {
        type("ours", "shop.Handler", "loads lib.byname.Plugin, perhaps");
        type("lib", "lib.byname.Plugin", "");
        type("lib", "lib.byname.Other", "");

        assertThat(Needed.by("ours", all))
                .containsKey("lib/byname/Plugin.class")
                .doesNotContainKey("lib/byname/Other.class");
    }

    @Test
    void a_library_comes_with_its_files_and_what_those_name_or_not_at_all() {
        type("ours", "shop.Handler", "", ClassDesc.of("lib.Engine"));
        type("lib", "lib.Engine", "");
        type("lib", "lib.Directive", "");
        file("lib", "lib/engine.properties", "directive=lib.Directive");
        type("other", "other.Thing", "");
        file("other", "other/thing.properties", "");

        assertThat(Needed.by("ours", all).keySet())
                .contains("lib/engine.properties", "lib/Directive.class")
                .noneMatch(name -> name.startsWith("other/"));
    }

    @Test
    void who_offers_a_service_is_needed_when_the_service_is() {
        type("ours", "shop.Handler", "", ClassDesc.of("lib.Service"));
        type("lib", "lib.Service", "");
        type("impl", "impl.Offer", "");
        file("impl", "META-INF/services/lib.Service", "# the best\nimpl.Offer\n");
        type("impl", "impl.OtherOffer", "");
        file("impl", "META-INF/services/lib.OtherService", "impl.OtherOffer\n");

        assertThat(Needed.by("ours", all).keySet())
                .contains("META-INF/services/lib.Service", "impl/Offer.class")
                .doesNotContain("META-INF/services/lib.OtherService", "impl/OtherOffer.class");
    }

    private void file(String library, String name, String text) {
        all.put(name, new Found(library, text.getBytes(UTF_8)));
    }

    private void type(String library, String name, String text, ClassDesc... fields) {
        type(library, name, text, MethodTypeDesc.of(ConstantDescs.CD_void, fields));
    }

    /** A class with a text and an abstract method. */
    private void type(String library, String name, String text, MethodTypeDesc method) {
        byte[] bytes = ClassFile.of().build(ClassDesc.of(name), type -> {
            type.withFlags(ClassFile.ACC_ABSTRACT);
            type.withMethod("does", method, ClassFile.ACC_ABSTRACT, it -> {});
            type.withMethodBody(
                    "says",
                    MethodTypeDesc.of(ConstantDescs.CD_String),
                    ClassFile.ACC_STATIC,
                    code -> code.loadConstant(text).areturn());
        });
        all.put(name.replace('.', '/') + ".class", new Found(library, bytes));
    }
}

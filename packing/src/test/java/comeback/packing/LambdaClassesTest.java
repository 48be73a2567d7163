package comeback.packing;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.packing.ClassPath.Found;
import comeback.packing.samples.Lambdas;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.constantpool.InvokeDynamicEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class LambdaClassesTest {
    private static final String SAMPLES = "comeback/packing/samples/";

    private final SortedMap<String, Found> all;
    private final SortedMap<String, byte[]> made;

    LambdaClassesTest() throws IOException {
        all = ClassPath.read(List.of(Path.of("target/test-classes")));
        var samples = new TreeMap<>(all.subMap(SAMPLES, SAMPLES + "~"));
        made = LambdaClasses.in(samples, all);
    }

    @Test
    void what_was_a_lambda_does_as_a_class_what_it_did() throws ReflectiveOperationException {
        Object rewritten = new Loader(made)
                .loadClass(Lambdas.class.getName())
                .getDeclaredConstructor()
                .newInstance();

        assertThat(rewritten.getClass()).isNotEqualTo(Lambdas.class);
        assertThat(((Supplier<?>) rewritten).get())
                .hasToString(new Lambdas().get().toString());
    }

    @Test
    void nothing_but_what_serializes_or_copies_an_array_is_left_for_the_jvm_to_make() {
        String lambdas = SAMPLES + "Lambdas.class";

        assertThat(before(lambdas)).isGreaterThan(25);
        assertThat(after(lambdas)).isLessThanOrEqualTo(2);
        assertThat(after(SAMPLES + "Parent.class")).isZero();
    }

    @Test
    void lambdas_of_one_kind_share_a_class() {
        assertThat(made.keySet().stream().filter(name -> name.contains("Lambdas$$L")))
                .isNotEmpty()
                .hasSizeLessThan((int) before(SAMPLES + "Lambdas.class"));
    }

    @Test
    void every_class_is_as_the_jvm_wants_it() {
        var classFile = ClassFile.of(
                ClassFile.ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofClassLoading(new Loader(made))
                        .orElse(ClassHierarchyResolver.defaultResolver())));

        made.forEach(
                (name, bytes) -> assertThat(classFile.verify(bytes)).as(name).isEmpty());
    }

    @Test
    void the_same_classes_give_the_same_bytes() {
        SortedMap<String, byte[]> again = LambdaClasses.in(new TreeMap<>(all.subMap(SAMPLES, SAMPLES + "~")), all);

        assertThat(again.keySet()).isEqualTo(made.keySet());
        made.forEach((name, bytes) -> assertThat(again.get(name)).as(name).isEqualTo(bytes));
    }

    private long before(String name) {
        return metafactories(Objects.requireNonNull(all.get(name), name).bytes());
    }

    private long after(String name) {
        return metafactories(Objects.requireNonNull(made.get(name), name));
    }

    private static long metafactories(byte[] type) {
        return StreamSupport.stream(ClassFile.of().parse(type).constantPool().spliterator(), false)
                .filter(LambdaClassesTest::isLambda)
                .count();
    }

    private static boolean isLambda(PoolEntry entry) {
        return entry instanceof InvokeDynamicEntry call
                && call.bootstrap().bootstrapMethod().asSymbol().toString().contains("LambdaMetafactory");
    }

    /** Knows the rewritten classes before anybody else's. */
    private static final class Loader extends ClassLoader {
        private final SortedMap<String, byte[]> classes;

        private Loader(SortedMap<String, byte[]> classes) {
            super(Loader.class.getClassLoader());
            this.classes = classes;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            byte[] bytes = classes.get(name.replace('.', '/') + ".class");
            if (bytes == null) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? defineClass(name, bytes, 0, bytes.length) : loaded;
            }
        }
    }
}

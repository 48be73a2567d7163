package comeback.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.UncheckedIOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What a long text becomes, and that it comes back. */
class PackedTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 799, 800, 801, 5_000, 400_000})
    void a_text_of_any_length_comes_back(int length) {
        String text = "ğ한a".repeat(length / 3 + 1).substring(0, length);
        assertThat(Packed.text(Packed.of(text))).isEqualTo(text);
    }

    @Test
    void a_small_text_stays_readable_and_a_long_one_takes_less_room() {
        assertThat(Packed.of("a".repeat(Packed.PLAIN_MAX)).s()).hasSize(Packed.PLAIN_MAX);
        SdkBytes packed = Packed.of("{\"flow\":\"cart\",\"at\":\"2026-03-02T09:00:00Z\"}".repeat(60))
                .b();
        assertThat(packed.asByteArray()).hasSizeLessThan(100);
    }

    @Test
    void a_long_text_from_before_is_read_as_it_stands() {
        String text = "a".repeat(5_000);
        assertThat(Packed.text(AttributeValue.fromS(text))).isEqualTo(text);
    }

    @Test
    void a_text_that_is_cut_off_is_refused() {
        byte[] whole = Packed.of("0123456789".repeat(200)).b().asByteArray();
        var part = AttributeValue.fromB(SdkBytes.fromByteArray(Arrays.copyOf(whole, whole.length - 3)));
        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> Packed.text(part));
    }

    @Test
    void bytes_that_are_no_such_text_are_refused() {
        var nonsense = AttributeValue.fromB(SdkBytes.fromUtf8String("this is not deflated"));
        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> Packed.text(nonsense));
    }
}

package comeback.simulation.wire;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * Which attempt of which call a request is, as the SDK itself says.
 *
 * @param call names the call
 * @param number 1 for the first
 */
record Attempt(String call, int number) {
    private static final Pattern NUMBER = Pattern.compile("attempt=(\\d+)");

    static Attempt of(SdkHttpRequest request) {
        Optional<Matcher> told = request.firstMatchingHeader("amz-sdk-request").map(NUMBER::matcher);
        int number = told.filter(Matcher::find)
                .map(found -> Integer.parseInt(found.group(1)))
                .orElse(1);
        return new Attempt(request.firstMatchingHeader("amz-sdk-invocation-id").orElse(""), number);
    }
}

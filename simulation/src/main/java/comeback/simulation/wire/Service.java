package comeback.simulation.wire;

import java.util.Map;
import software.amazon.awssdk.http.SdkHttpRequest;

/** One of AWS's services. */
interface Service {
    /**
     * Understands a request.
     *
     * @param body the JSON object in it; empty when there is none
     */
    Asked asked(SdkHttpRequest request, Map<String, Object> body);
}

package comeback.local.deploy;

import static comeback.local.deploy.Template.find;
import static comeback.local.deploy.Template.map;
import static comeback.local.deploy.Template.text;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What template.yaml says of each function, by the function's folder. */
public final class Deployment {
    private static final Template TEMPLATE = Template.read();

    private Deployment() {}

    /** The handlers, as Lambda is told. */
    public static Map<String, String> handlers() {
        return TEMPLATE.functions().stream()
                .map(function -> function.at("Handler").toString())
                .collect(Collectors.toUnmodifiableMap(Deployment::folder, handler -> handler));
    }

    /** The variables that are set for a function. */
    public static Set<String> variables(String folder) {
        Stream<String> own = TEMPLATE.functions().stream()
                .filter(function -> folder(function.at("Handler").toString()).equals(folder))
                .flatMap(function -> function.mapAt("Environment", "Variables").keySet().stream());
        Stream<String> all = map(TEMPLATE.root(), "Globals", "Function", "Environment", "Variables").keySet().stream();
        return Stream.concat(all, own).collect(Collectors.toUnmodifiableSet());
    }

    /** What schedules of the template's own call: the function, and what it is told, if anything is. */
    public static Map<String, Optional<String>> scheduled() {
        var scheduled = new TreeMap<String, Optional<String>>();
        for (Template.Resource function : TEMPLATE.functions()) {
            function.mapAt("Events").values().stream()
                    .filter(event -> text(event, "Type").equals("ScheduleV2"))
                    .forEach(event -> scheduled.put(
                            folder(function.at("Handler").toString()),
                            find(event, "Properties", "Input").map(Object::toString)));
        }
        return scheduled;
    }

    /** A function's folder is named as its package. */
    static String folder(String handler) {
        return handler.split("\\.", -1)[1];
    }
}

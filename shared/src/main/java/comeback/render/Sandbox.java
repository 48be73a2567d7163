package comeback.render;

import comeback.templates.Problem;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.velocity.Template;
import org.apache.velocity.exception.ExtendedParseException;
import org.apache.velocity.exception.VelocityException;
import org.apache.velocity.runtime.ParserPool;
import org.apache.velocity.runtime.ParserPoolImpl;
import org.apache.velocity.runtime.RuntimeInstance;
import org.apache.velocity.runtime.parser.ParseException;
import org.apache.velocity.runtime.parser.Token;
import org.apache.velocity.runtime.parser.TokenMgrError;
import org.apache.velocity.runtime.parser.node.SimpleNode;
import org.apache.velocity.runtime.resource.loader.StringResourceLoader;

/**
 * Velocity with everything switched off that letters do not need: no files, no evaluation, no Java beyond our records,
 * and a mistake is an error and never silence.
 */
public final class Sandbox {
    private static final List<String> DIRECTIVES_OFF = List.of("evaluate", "include", "parse", "define", "stop");

    /** Macros of macros of macros; more is a circle. */
    private static final int MACRO_DEPTH_MAX = 8;

    private final RuntimeInstance engine = new RuntimeInstance();

    public Sandbox() {
        this(ParserPoolImpl.class);
    }

    /** One whose parsers come from there. */
    Sandbox(Class<? extends ParserPool> parsers) {
        Properties settings = new Properties();
        // Templates are handed over as text, so the engine gets a loader that can find nothing.
        settings.setProperty("resource.loaders", "none");
        settings.setProperty("resource.loader.none.class", StringResourceLoader.class.getName());
        settings.setProperty("velocimacro.arguments.strict", "true");
        settings.setProperty("velocimacro.max_depth", String.valueOf(MACRO_DEPTH_MAX));
        settings.setProperty("runtime.strict_mode.enable", "true");
        settings.setProperty("runtime.interpolate_string_literals", "false");
        // What it would log are the values of references, and those are about people.
        settings.setProperty("runtime.log.log_invalid_references", "false");
        settings.setProperty("introspector.uberspect.class", ModelOnly.class.getName());
        settings.setProperty("event_handler.reference_insertion.class", Escaping.class.getName());
        // The default keeps twenty parsers ready; we parse once and one after the other.
        settings.setProperty("parser.pool.size", "1");
        settings.setProperty("parser.pool.class", parsers.getName());
        engine.setProperties(settings);
        engine.init();
        DIRECTIVES_OFF.forEach(engine::removeDirective);
    }

    /** Makes its macros known, if it has any. Nothing when it cannot be parsed; that is among the problems then. */
    Optional<Template> parse(Source source, List<Problem> problems) {
        return parse(source.file(), source.text(), problems);
    }

    /**
     * Parses.
     *
     * @param file as it stands in problems
     */
    public Optional<Template> parse(String file, String text, List<Problem> problems) {
        Template template = new Template();
        template.setName(file);
        template.setRuntimeServices(engine);
        try {
            SimpleNode root = engine.parse(new StringReader(text), template);
            template.setData(root);
            template.initDocument();
            return Optional.of(template);
        } catch (ParseException e) {
            problems.add(new Problem(file, line(e), "this is not Velocity: " + firstLine(e)));
        } catch (VelocityException e) {
            int line = e instanceof ExtendedParseException at ? Math.max(1, at.getLineNumber()) : 1;
            problems.add(new Problem(file, line, "this is not Velocity: " + firstLine(e)));
        } catch (TokenMgrError e) {
            problems.add(new Problem(file, 1, "this is not Velocity: " + firstLine(e)));
        }
        return Optional.empty();
    }

    private static int line(ParseException e) {
        Token token = e.currentToken;
        return token == null || token.next == null ? 1 : token.next.beginLine;
    }

    private static String firstLine(Throwable e) {
        String message = String.valueOf(e.getMessage());
        return message.lines().findFirst().orElse(message);
    }
}

package comeback.render;

import java.util.Set;
import org.apache.velocity.Template;
import org.apache.velocity.VelocityContext;

/**
 * Where a thread writes one letter after the other. What stays from one to the next is the paper, which is most of what a letter
 * would throw away, and what Velocity has found out about the model's types: a context of its own would find it out anew for
 * each place in each letter, which takes longer than all else.
 */
final class Desk {
    private static final Set<String> ROOTS = Set.copyOf(ModelTypes.roots());

    private final LimitedWriter paper = new LimitedWriter();
    private final VelocityContext context = new VelocityContext();

    /** What the template makes of the model; of an earlier letter nothing is left for it to find. */
    String written(Template template, LetterModel model) {
        paper.reset();
        for (String name : context.getKeys()) {
            if (!ROOTS.contains(name)) {
                context.remove(name);
            }
        }
        model.into(context);
        template.merge(context, paper);
        return paper.toString();
    }
}

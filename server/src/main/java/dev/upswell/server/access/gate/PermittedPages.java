package dev.upswell.server.access.gate;

import dev.upswell.server.access.Caller;
import dev.upswell.server.access.Permissions;
import dev.upswell.server.access.Person;
import java.util.Locale;
import java.util.Set;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.processor.element.AbstractElementTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.templatemode.TemplateMode;

/// Leaves out of every page what whoever looks at it may not do: forms that they may not send, and links that would lead to a refusal; of
/// a link in a sentence its words stay. So no template has to ask, and none can forget to. Where people leave their name, that of whoever
/// signed in stands, and cannot be changed.
///
/// **cost** for owners, nothing but the question; for others a match of each link's path
final class PermittedPages extends AbstractProcessorDialect {

    /// After the standard dialect, which makes addresses.
    private static final int LATE = 5_000;

    PermittedPages() {
        super("Permitted pages", null, LATE);
    }

    @Override
    public Set<IProcessor> getProcessors(String dialectPrefix) {
        return Set.of(new Links(), new Forms(), new Names());
    }

    /// Whether they may send this; a page that is made without a door, and what leads elsewhere, is for everybody.
    private static boolean permitted(ITemplateContext context, String method, String address) {
        if (!address.startsWith("/") || address.startsWith("//")
                || !(context.getVariable(Permissions.ATTRIBUTE) instanceof Permissions permissions)) {
            return true;
        }
        int end = indexOfAny(address);
        return permissions.may(method, end < 0 ? address : address.substring(0, end));
    }

    private static int indexOfAny(String address) {
        for (int i = 0; i < address.length(); i++) {
            if (address.charAt(i) == '?' || address.charAt(i) == '#') {
                return i;
            }
        }
        return -1;
    }

    private static String attribute(IProcessableElementTag tag, String name, String otherwise) {
        String value = tag.getAttributeValue(name);
        return value == null ? otherwise : value;
    }

    private static final class Links extends AbstractElementTagProcessor {

        Links() {
            super(TemplateMode.HTML, null, "a", false, null, false, LATE);
        }

        @Override
        protected void doProcess(ITemplateContext context, IProcessableElementTag tag,
                IElementTagStructureHandler structure) {
            if (!permitted(context, "GET", attribute(tag, "href", ""))) {
                boolean listed = context.getElementStack().stream()
                        .anyMatch(above -> above.getElementCompleteName().equals("nav"));
                if (listed || tag.hasAttribute("download")) {
                    structure.removeElement();
                } else {
                    structure.removeTags();
                }
            }
        }
    }

    private static final class Names extends AbstractElementTagProcessor {

        Names() {
            super(TemplateMode.HTML, null, "input", false, null, false, LATE);
        }

        @Override
        protected void doProcess(ITemplateContext context, IProcessableElementTag tag,
                IElementTagStructureHandler structure) {
            if ("by".equals(tag.getAttributeValue("name"))
                    && context.getVariable(Caller.ATTRIBUTE) instanceof Caller.Known(Person person)) {
                structure.setAttribute("value", person.name());
                structure.setAttribute("readonly", "readonly");
            }
        }
    }

    private static final class Forms extends AbstractElementTagProcessor {

        Forms() {
            super(TemplateMode.HTML, null, "form", false, null, false, LATE);
        }

        @Override
        protected void doProcess(ITemplateContext context, IProcessableElementTag tag,
                IElementTagStructureHandler structure) {
            String method = attribute(tag, "method", "get").toUpperCase(Locale.ROOT);
            if (!permitted(context, method, attribute(tag, "action", ""))) {
                structure.removeElement();
            }
        }
    }
}

package dev.upswell.server.guide;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.ext.heading.anchor.IdGenerator;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/// Pages as HTML: tables that scroll by themselves, headings that can be linked to, and links that lead to where the same page stands in
/// the product. HTML in a page is shown as it is written.
final class Rendering {

    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create(),
            HeadingAnchorExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final HtmlRenderer HTML = HtmlRenderer.builder().extensions(EXTENSIONS).escapeHtml(true)
            .sanitizeUrls(true).build();

    /// By the file in the project.
    private final Map<Path, GuidePage> files = new HashMap<>();

    Rendering(Map<String, GuidePage> pages) {
        pages.values().forEach(page -> files.put(Path.of(page.file()), page));
    }

    String html(GuidePage page) {
        Node document = PARSER.parse(page.markdown());
        List<Link> links = new ArrayList<>();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                links.add(link);
                visitChildren(link);
            }
        });
        links.forEach(link -> target(page, link.getDestination()).ifPresentOrElse(link::setDestination,
                () -> unlink(link)));
        // Every other such mark is escaped, so these are the renderer's own.
        return HTML.render(document)
                .replace("<table>", "<div class=\"scroll\" tabindex=\"0\" role=\"group\"><table class=\"dense\">")
                .replace("</table>", "</table></div>").replace("<pre>", "<pre tabindex=\"0\">")
                .replace("<th>", "<th scope=\"col\">").replace("<th align", "<th scope=\"col\" align");
    }

    List<Guide.Heading> headings(GuidePage page) {
        IdGenerator ids = IdGenerator.builder().build();
        List<Guide.Heading> headings = new ArrayList<>();
        PARSER.parse(page.markdown()).accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                String text = words(heading);
                String id = ids.generateId(text);
                if (heading.getLevel() == 2) {
                    headings.add(new Guide.Heading(id, text));
                }
            }
        });
        return headings;
    }

    private static String words(Node node) {
        StringBuilder words = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text text) {
                words.append(text.getLiteral());
            }

            @Override
            public void visit(Code code) {
                words.append(code.getLiteral());
            }
        });
        return words.toString();
    }

    private static void unlink(Link link) {
        for (Node child = link.getFirstChild(); child != null; child = link.getFirstChild()) {
            link.insertBefore(child);
        }
        link.unlink();
    }

    /// Where a link of a page leads in the product; empty for files of the project that are no pages.
    Optional<String> target(GuidePage page, String destination) {
        if (destination.matches("(?i)(https?|mailto):.*") || destination.startsWith("#")) {
            return Optional.of(destination);
        }
        int hash = destination.indexOf('#');
        String fragment = hash < 0 ? "" : destination.substring(hash);
        Path file = Path.of(page.file()).resolveSibling(hash < 0 ? destination : destination.substring(0, hash))
                .normalize();
        if (file.equals(Path.of("docs", "decisions"))) {
            return Optional.of(Guide.PATH + "#decisions");
        }
        return Optional.ofNullable(files.get(file)).map(there -> Guide.PATH + "/" + there.key() + fragment);
    }
}

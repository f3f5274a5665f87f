package dev.upswell.server.web;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/// Follows the links of a site from where people come in: of each route one address, and one for each parameter that links use.
public final class Walk {

    private static final String LINKS = "[...document.querySelectorAll('a[href]:not([download])')].map(link => link.href)";

    private final String site;
    private final Routes routes = new Routes();
    private final List<String> wrong = new ArrayList<>();

    /// @param site where it answers, without a slash at the end
    public Walk(String site) {
        this.site = site;
    }

    /// Opens every page in a window, and shows it with its address.
    public List<String> through(Page window, List<String> starts, BiConsumer<String, Page> looking) {
        Deque<String> open = new ArrayDeque<>(starts);
        Set<String> met = new HashSet<>(open);
        List<String> visited = new ArrayList<>();
        while (!open.isEmpty()) {
            String address = open.poll();
            if (!routes.isNew(address)) {
                continue;
            }
            visit(window, address);
            visited.add(address);
            looking.accept(address, window);
            for (Object link : (List<?>) window.evaluate(LINKS)) {
                String path = link.toString().startsWith(site + "/")
                        ? link.toString().substring(site.length()).replaceFirst("#.*", "")
                        : "";
                if (!path.isEmpty() && met.add(path)) {
                    open.add(path);
                }
            }
        }
        return visited;
    }

    /// Opens one page of the site.
    public void visit(Page window, String address) {
        Response response = window.navigate(site + address);
        window.waitForLoadState(LoadState.LOAD);
        if (response == null || response.status() != 200) {
            wrong.add(address + " answered " + (response == null ? "nothing" : response.status()));
        }
    }

    /// Addresses that links lead to and that answered no page.
    public List<String> broken() {
        return List.copyOf(wrong);
    }

    /// Routes of pages that no link leads to.
    public List<String> unreached() {
        return routes.unseen();
    }
}

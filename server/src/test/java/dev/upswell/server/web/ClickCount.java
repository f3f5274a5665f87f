package dev.upswell.server.web;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Somebody who does a task in a browser, by what can be clicked there and never by an address; each click after the sign-in is counted.
public final class ClickCount {

    private final Page page;
    private int clicks;

    private ClickCount(Page page) {
        this.page = page;
    }

    /// Signs in by the form and waits for the page that follows. What is typed and clicked for it is not counted.
    public static ClickCount signedIn(Page page, String server, String name, String password) {
        page.navigate(server + "/sign-in");
        page.locator("input[name=name]").fill(name);
        page.locator("input[name=password]").fill(password);
        page.locator("form[action='/sign-in'] button[type=submit]").click();
        page.waitForURL(Pattern.compile("^(?!.*/sign-in).*$"));
        page.waitForLoadState(LoadState.LOAD);
        return new ClickCount(page);
    }

    /// The page that is open.
    public Page page() {
        return page;
    }

    /// How often was clicked since the sign-in.
    public int clicks() {
        return clicks;
    }

    /// Follows the first link in the page with this text.
    public ClickCount link(Pattern text) {
        return click(page.locator("main").getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(text))
                .first());
    }

    /// Follows the link of the navigation with this text.
    public ClickCount navigation(String text) {
        return click(page.locator("nav").getByRole(AriaRole.LINK,
                new Locator.GetByRoleOptions().setName(text).setExact(true)).first());
    }

    /// Presses the first button in the page with this text.
    public ClickCount button(Pattern text) {
        return click(page.locator("main").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(text))
                .first());
    }

    /// The file that comes of something that is clicked.
    public Download download(Consumer<ClickCount> what) {
        return page.waitForDownload(() -> what.accept(this));
    }

    private ClickCount click(Locator what) {
        what.click();
        clicks++;
        page.waitForLoadState(LoadState.LOAD);
        return this;
    }
}

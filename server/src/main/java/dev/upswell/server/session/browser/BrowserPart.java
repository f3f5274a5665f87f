package dev.upswell.server.session.browser;

import dev.upswell.server.network.AddressGuard;
import dev.upswell.server.session.CaptureBrowser;
import dev.upswell.server.session.SessionRefused;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The optional part with which a browser is driven; classes of it are loaded only after it was asked for.
public final class BrowserPart {

    private static final List<String> USUAL = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable", "/snap/bin/chromium",
            "/opt/google/chrome/chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

    private BrowserPart() {
    }

    /// Whether it is installed.
    public static boolean isInstalled() {
        try {
            Class.forName("com.microsoft.playwright.Playwright", false, BrowserPart.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException absent) {
            return false;
        }
    }

    /// A browser that is started when it is first needed and ends with each visit.
    ///
    /// @param given path of Chromium; empty for a usual one
    /// @param scratch below which each process has a folder for what Chromium writes while it runs, readable by its owner alone
    /// @param guard which addresses pages may lead to
    ///
    /// **errors** [SessionRefused] where the part or Chromium is missing.
    public static CaptureBrowser open(String given, Path scratch, AddressGuard guard) {
        if (!isInstalled()) {
            throw SessionRefused.conflict("the part that drives a browser is not installed",
                    "Add it (about 200 MB): upswell add browser");
        }
        Path chromium = found(given).orElseThrow(() -> SessionRefused.conflict(
                given.isEmpty() ? "no Chromium was found on this machine" : "there is no program at browser.chromium",
                "Install it (for example apt-get install chromium), or set browser.chromium to its path."));
        return new PlaywrightBrowser(chromium, Scratch.of(scratch), guard);
    }

    /// Deletes what browsers of killed processes left below the scratch folder; returns how many entries went. What living ones use stays.
    ///
    /// @param began when this process began
    public static int sweep(Path scratch, Instant began) {
        return Scratch.sweep(scratch, began);
    }

    private static Optional<Path> found(String given) {
        return (given.isEmpty() ? USUAL : List.of(given)).stream().map(Path::of).filter(Files::isExecutable)
                .findFirst();
    }
}

/// The browser: Playwright, which is there only where the optional part is installed.
@NullMarked
package dev.upswell.server.session.browser;

import org.jspecify.annotations.NullMarked;

/// Sessions: signed-in accounts of one's own, how each stands, and capture of their pages in a browser.
@NullMarked
package dev.upswell.server.session;

import org.jspecify.annotations.NullMarked;

/// Taking files from outside into the import, one after another in the background, and what is known of sources, imports
/// and rows set aside: what both the pages and the REST endpoints of this slice stand on.
@NullMarked
package dev.upswell.server.collect.intake;

import org.jspecify.annotations.NullMarked;

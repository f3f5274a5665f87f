/// Robots rules of web sites, read as RFC 9309 says.
@NullMarked
package dev.upswell.server.comply.robots;

import org.jspecify.annotations.NullMarked;

/// What the launcher runs once after a build, so that starts are quick.
@NullMarked
package dev.upswell.server.app.rehearsal;

import org.jspecify.annotations.NullMarked;

/** Who is told of what concerns them: on the platform at once, by mail as they wish. */
@Version("1.0.0")
package fr.parchemin.notification;

import org.osgi.annotation.versioning.Version;

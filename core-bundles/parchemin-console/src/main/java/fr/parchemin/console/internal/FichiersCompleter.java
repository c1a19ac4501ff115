package fr.parchemin.console.internal;

import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;

/** Completes paths on the machine of the platform. */
@Service
public final class FichiersCompleter extends FileCompleter {}

package confidant.http.page;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Every static file, by its name inside the {@code web} folder; a few hundred KB, read once. Immutable. */
public final class StaticAssets {
    private final Map<String, Asset> assets;

    private StaticAssets(Map<String, Asset> assets) {
        this.assets = Map.copyOf(assets);
    }

    /** No pages at all, for a house that serves its API only. */
    public static StaticAssets none() {
        return new StaticAssets(Map.of());
    }

    /**
     * All files below a folder of the class path, from a jar as well as from a build's output. Blocks on reading.
     *
     * @throws IllegalStateException if there is no such folder
     */
    public static StaticAssets fromClassPath(String folder) throws IOException {
        URL url = StaticAssets.class.getClassLoader().getResource(folder);
        if (url == null) {
            throw new IllegalStateException("no folder `" + folder + "` on the class path");
        }
        try {
            if (!(url.openConnection() instanceof JarURLConnection jar)) {
                return fromFolder(Path.of(url.toURI()));
            }
            try (FileSystem inside =
                    FileSystems.newFileSystem(Path.of(jar.getJarFileURL().toURI()))) {
                return fromFolder(inside.getPath("/" + folder));
            }
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    /** All files below a folder. Blocks on reading. */
    public static StaticAssets fromFolder(Path folder) throws IOException {
        Map<String, Asset> assets = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                assets.put(name, Asset.of(name, Files.readAllBytes(file)));
            }
        }
        return new StaticAssets(assets);
    }

    /** The asset that an address leads to, such as {@code /desk} or {@code /assets/desk-ABC.js}. */
    public Optional<Asset> at(String path) {
        return Optional.ofNullable(assets.get(name(path)));
    }

    private static String name(String path) {
        if (path.equals("/")) {
            return "welcome.html";
        }
        String name = path.substring(1, path.endsWith("/") ? path.length() - 1 : path.length());
        if (name.equals("chat") || name.startsWith("chat/")) {
            return "chat.html";
        }
        return name.contains(".") ? name : name + ".html";
    }
}

package confidant.http.archive;

import confidant.core.attachment.FileLine;
import confidant.core.privacy.Archives.Archive;
import confidant.core.privacy.PrivacyDesk.Receipt;
import confidant.http.api.Json;
import confidant.http.api.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The archive as one file, made piece by piece, so that many pictures and files never lie in memory at once. The same archive
 * gives the same bytes. Takes processor time: for a worker, one call at a time.
 */
public final class ArchiveFile {
    /** What browsers call it; nothing about whose it is. */
    public static final String NAME = "my-data.zip";

    static final String PAGE = "index.html";
    static final String DATA = "data.json";

    private static final Pattern UNSAFE = Pattern.compile("[\\\\/:*?\"<>|\\p{Cntrl}]");

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8);
    private final Archive archive;

    private ArchiveFile(Archive archive) {
        this.archive = archive;
    }

    /**
     * The page, the data, the receipts and the notices.
     *
     * @param house its name
     */
    public static ArchiveFile of(Archive archive, String house, Words words) {
        ArchiveFile file = new ArchiveFile(archive);
        file.papers(house, words);
        return file;
    }

    private void papers(String house, Words words) {
        Receipts receipts = new Receipts(archive, house, words);
        try {
            put(zip, archive, PAGE, utf8(new ArchivePage(archive, house, words).html()));
            put(zip, archive, DATA, Json.write(new ArchiveData(archive, receipts, words).document()));
            for (Receipt receipt : archive.letter().receipts()) {
                put(zip, archive, receipt(receipt.id()), Json.write(receipts.document(receipt)));
            }
            for (Map.Entry<String, String> notice : archive.notices().entrySet()) {
                put(zip, archive, notice(notice.getKey()), utf8(notice.getValue()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was made since this was asked the last time. */
    public byte[] taken() {
        byte[] made = bytes.toByteArray();
        bytes.reset();
        return made;
    }

    /** Begins a picture or file of the conversation; its bytes follow by {@link #write}. */
    public void begin(FileLine file) {
        try {
            ZipEntry entry = new ZipEntry(file(file));
            entry.setLastModifiedTime(FileTime.from(archive.at()));
            zip.putNextEntry(entry);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void write(byte[] part) {
        try {
            zip.write(part);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nothing more comes. */
    public void end() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where a file lies in the archive; its folder is its id, as two may have one name. */
    static String file(FileLine file) {
        String name = file.about().map(about -> about.name().reveal()).orElse("");
        String safe = UNSAFE.matcher(name).replaceAll("_");
        boolean usable = !safe.isBlank() && !safe.startsWith(".");
        return "files/" + file.id() + "/" + (usable ? safe : "file");
    }

    static String receipt(String id) {
        return "receipts/" + id + ".jsonld";
    }

    /** Its bytes have the hash that its name says, so that anybody can check them. */
    static String notice(String hash) {
        return "notices/" + hash + ".txt";
    }

    /** The same as a page of the archive links to it. */
    static String address(FileLine file) {
        return Stream.of(file(file).split("/"))
                .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/"));
    }

    private static void put(ZipOutputStream zip, Archive archive, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setLastModifiedTime(FileTime.from(archive.at()));
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

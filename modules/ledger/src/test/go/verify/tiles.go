package main

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io/fs"

	"golang.org/x/mod/sumdb/tlog"
)

const full = 256

// rehash hashes every entry again and compares each stored hash with what the entries give.
func rehash(files fs.FS, size int64) (hashes, error) {
	var tree hashes
	for n := int64(0); n*full < size; n++ {
		width := widthAt(0, n, size)
		entries, err := read(files, "entries", n, width)
		if err != nil {
			return nil, err
		}
		tile, err := read(files, "0", n, width)
		if err != nil {
			return nil, err
		}
		if tree, err = addBundle(tree, n*full, width, entries, tile); err != nil {
			return nil, err
		}
	}
	for level := 1; size>>(8*level) > 0; level++ {
		if err := checkLevel(files, tree, level, size); err != nil {
			return nil, err
		}
	}
	return tree, nil
}

func addBundle(tree hashes, first int64, width int, entries, tile []byte) (hashes, error) {
	if len(tile) != width*tlog.HashSize {
		return nil, fmt.Errorf("the tile of entry %d has a wrong length", first)
	}
	for i := 0; i < width; i++ {
		number := first + int64(i)
		if len(entries) < 2 || len(entries)-2 < int(binary.BigEndian.Uint16(entries)) {
			return nil, fmt.Errorf("entry %d cannot be read", number)
		}
		end := 2 + int(binary.BigEndian.Uint16(entries))
		leaf := tlog.RecordHash(entries[2:end])
		if !bytes.Equal(leaf[:], tile[i*tlog.HashSize:(i+1)*tlog.HashSize]) {
			return nil, fmt.Errorf("entry %d does not fit its hash", number)
		}
		stored, err := tlog.StoredHashesForRecordHash(number, leaf, tree)
		if err != nil {
			return nil, err
		}
		tree = append(tree, stored...)
		entries = entries[end:]
	}
	if len(entries) > 0 {
		return nil, fmt.Errorf("there are bytes behind entry %d", first+int64(width)-1)
	}
	return tree, nil
}

func checkLevel(files fs.FS, tree hashes, level int, size int64) error {
	for n := int64(0); widthAt(level, n, size) > 0; n++ {
		width := widthAt(level, n, size)
		tile, err := read(files, fmt.Sprint(level), n, width)
		if err != nil {
			return err
		}
		if len(tile) != width*tlog.HashSize {
			return fmt.Errorf("a tile of level %d has a wrong length", level)
		}
		for i := 0; i < width; i++ {
			at := n*full + int64(i)
			want := tree[tlog.StoredHashIndex(8*level, at)]
			if !bytes.Equal(want[:], tile[i*tlog.HashSize:(i+1)*tlog.HashSize]) {
				return fmt.Errorf("hash %d of level %d, over the entries from %d, does not fit them", at, level, at<<(8*level))
			}
		}
	}
	return nil
}

func widthAt(level int, n, size int64) int {
	width := size>>(8*level) - n*full
	if width < 0 {
		return 0
	}
	if width > full {
		return full
	}
	return int(width)
}

// read reads a tile of exactly this width.
func read(files fs.FS, level string, n int64, width int) ([]byte, error) {
	path := fmt.Sprintf("%03d", n%1000)
	for rest := n / 1000; rest > 0; rest /= 1000 {
		path = fmt.Sprintf("x%03d/%s", rest%1000, path)
	}
	path = "tile/" + level + "/" + path
	if width < full {
		path += fmt.Sprintf(".p/%d", width)
	}
	return fs.ReadFile(files, path)
}

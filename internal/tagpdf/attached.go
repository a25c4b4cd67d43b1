package tagpdf

import (
	"errors"
	"unicode/utf16"

	"nianbao/internal/message"
)

// Attached returns the embedded files by name, as written by [Tagged.Finish]; none if there are none. A duplicate name
// is an error, and so is a name tree in a form that Finish does not write.
func (r *Reader) Attached() (map[string][]byte, error) {
	files, err := r.f.attached()
	if err != nil {
		return nil, message.Errorf("read pdf: attachments: %w", err)
	}
	return files, nil
}

func (f *file) attached() (map[string][]byte, error) {
	files := map[string][]byte{}
	tree, err := as[dict](f, f.trailer["Root"])
	if err != nil {
		return nil, err
	}
	for _, key := range []name{"Names", "EmbeddedFiles"} {
		if tree[key] == nil {
			return files, nil
		}
		if tree, err = as[dict](f, tree[key]); err != nil {
			return nil, err
		}
	}
	list, err := as[array](f, tree["Names"])
	if err != nil || len(list)%2 != 0 {
		return nil, errors.Join(message.Errorf("the names are no list of pairs"), err)
	}
	for i := 0; i < len(list); i += 2 {
		key, err := as[str](f, list[i])
		if err != nil {
			return nil, err
		}
		called := plainText(key)
		if _, twice := files[called]; twice {
			return nil, message.Errorf("%q stands twice", called)
		}
		if files[called], err = f.attachment(list[i+1]); err != nil {
			return nil, message.Errorf("%q: %w", called, err)
		}
	}
	return files, nil
}

func (f *file) attachment(value object) ([]byte, error) {
	spec, err := as[dict](f, value)
	if err != nil {
		return nil, err
	}
	files, err := as[dict](f, spec["EF"])
	if err != nil {
		return nil, err
	}
	content, err := as[*stream](f, files["F"])
	if err != nil {
		return nil, err
	}
	return f.content(content)
}

// plainText decodes [textString].
func plainText(s str) string {
	if len(s) < 2 || len(s)%2 != 0 || s[0] != 0xFE || s[1] != 0xFF {
		return string(s)
	}
	var units []uint16
	for i := 2; i < len(s); i += 2 {
		units = append(units, uint16(s[i])<<8|uint16(s[i+1]))
	}
	return string(utf16.Decode(units))
}

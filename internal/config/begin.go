package config

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// Begin writes a first configuration file, whose area and languages are given, and returns its name. Without languages it writes
// none, and returns "".
func Begin(name, area string, languages []string) (string, error) {
	if len(languages) == 0 {
		return "", nil
	}
	text := fmt.Sprintf("# 配置，全部键见 docs/reference.zh-CN.md。 Settings; docs/reference.md has all keys.\narea: %s\nlanguages: [%s]\n", area, strings.Join(languages, ", "))
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return "", err
	}
	return name, os.WriteFile(name, []byte(text), 0o644)
}

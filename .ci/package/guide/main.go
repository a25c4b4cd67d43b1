// Command guide makes a web page of a document in Markdown, for people who have a browser and no reader of Markdown.
// usage: guide LANGUAGE DOCUMENT PAGE. The page stands a folder above the document.
package main

import (
	"bytes"
	"fmt"
	"html"
	"log"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

const page = `<!DOCTYPE html>
<html lang="%s"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>%s</title>
<style>body{max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1c1f1e;font:1.0625rem/1.7 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
h1,h2{line-height:1.3;color:#1f5c4a}h2{margin-top:2rem}a{color:#1f5c4a}img{max-width:100%%;border:1px solid #d5dbd8;border-radius:6px}
pre{background:#f4f6f5;padding:.6rem 1rem;overflow:auto}table{border-collapse:collapse;width:100%%}th,td{border-bottom:1px solid #d5dbd8;padding:.4rem .6rem;text-align:left;vertical-align:top}</style>
</head><body>
%s</body></html>
`

func main() {
	if len(os.Args) != 4 {
		log.Fatal("usage: guide LANGUAGE DOCUMENT PAGE")
	}
	if err := write(os.Args[1], os.Args[2], os.Args[3]); err != nil {
		log.Fatal(err)
	}
}

func write(lang, document, to string) error {
	source, err := os.ReadFile(document)
	if err != nil {
		return err
	}
	title, _, _ := strings.Cut(strings.TrimPrefix(string(source), "# "), "\n")
	md := goldmark.New(goldmark.WithExtensions(extension.Table), goldmark.WithParserOptions(
		parser.WithASTTransformers(util.Prioritized(moved{filepath.Base(filepath.Dir(document))}, 100)),
	))
	var body bytes.Buffer
	if err := md.Convert(source, &body); err != nil {
		return err
	}
	return os.WriteFile(to, fmt.Appendf(nil, page, lang, html.EscapeString(title), body.String()), 0o644)
}

// moved makes links of a document lead to the same places from a folder above. Its own translations are pages too.
type moved struct{ folder string }

func (m moved) Transform(doc *ast.Document, _ text.Reader, _ parser.Context) {
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Link:
			n.Destination = m.above(n.Destination)
		case *ast.Image:
			n.Destination = m.above(n.Destination)
		}
		return ast.WalkContinue, nil
	})
}

func (m moved) above(link []byte) []byte {
	address := string(link)
	switch {
	case strings.Contains(address, "://") || strings.HasPrefix(address, "#"):
		return link
	case strings.HasPrefix(address, "quick-start"):
		return []byte(strings.TrimSuffix(address, ".md") + ".html")
	}
	return []byte(path.Join(m.folder, address))
}

#!/bin/sh
# The weights from nothing: sh training/make.sh DATA (the folder of the data sets), in reader/.
# A step whose outcome stands in work/ is not made again, and a training that was stopped goes on.
set -eu
data=${1:?the folder of the data sets}
python=${PYTHON:-python}
dev="$data/squad/dev.json $data/squad/dev2.json"

if [ ! -e work/first/reader-int8.onnx ]; then
    [ -e work/first.jsonl ] || $python -m training.prepare training/configs/prepare-first.toml "$data"
    $python -m training.train training/configs/first.toml
    $python -m training.export work/first/mean.safetensors work/first
    # shellcheck disable=SC2086
    $python -m training.evaluate work/first $dev --limit 1000 | tee work/first/figures.jsonl
fi
[ -e work/refine.jsonl ] || $python -m training.prepare training/configs/prepare.toml "$data"
$python -m training.train training/configs/refine.toml
$python -m training.average work/first/reader-int8.onnx work/refine/mean.safetensors 0.7 \
    work/average/mean.safetensors
$python -m training.export work/average/mean.safetensors work/average
[ -e work/written.jsonl ] || $python -m training.prepare training/configs/prepare-written.toml "$data"
$python -m training.train training/configs/written.toml
$python -m training.export work/written/mean.safetensors work/written
[ -e work/rounded.jsonl ] || $python -m training.prepare training/configs/prepare-rounded.toml "$data"
$python -m training.train training/configs/rounded.toml
$python -m training.export work/rounded/mean.safetensors work/rounded
[ -e work/fifth.jsonl ] || $python -m training.prepare training/configs/prepare-fifth.toml "$data"
$python -m training.train training/configs/fifth.toml
$python -m training.average work/rounded/reader-int8.onnx work/fifth/mean.safetensors 0.6 \
    work/mixed/mean.safetensors
[ -e work/sixth.jsonl ] || $python -m training.prepare training/configs/prepare-sixth.toml "$data"
$python -m training.train training/configs/sixth.toml
[ -e work/seventh.jsonl ] || $python -m training.prepare training/configs/prepare-seventh.toml "$data"
$python -m training.train training/configs/seventh.toml
[ -e work/eighth.jsonl ] || $python -m training.prepare training/configs/prepare-eighth.toml "$data"
$python -m training.train training/configs/eighth.toml
[ -e work/ninth.jsonl ] || $python -m training.prepare training/configs/prepare-ninth.toml "$data"
$python -m training.train training/configs/ninth.toml
$python -m training.export work/ninth/mean.safetensors work/ninth
for stage in tenth eleventh twelfth thirteenth fourteenth; do
    # The thirteenth takes another part of the rows before.
    [ -e work/$stage.jsonl ] || [ $stage = thirteenth ] || \
        $python -m training.prepare training/configs/prepare-$stage.toml "$data"
    $python -m training.train training/configs/$stage.toml
done
# The wrong passages of the next three are those that the stage before likes best; the sentences beside
# yes-or-no questions and those in quite other words (from the eighteenth on) those that the installed finder holds for near.
$python -m training.export work/fourteenth/mean.safetensors work/fourteenth
for stage in fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second \
    twenty-third; do
    for rows in training/configs/prepare-$stage*.toml; do
        [ -e "$rows" ] || continue  # the twentieth takes another part of the rows before
        part=$(basename "$rows" .toml)
        [ -e "work/${part#prepare-}.jsonl" ] || $python -m training.prepare "$rows" "$data"
    done
    $python -m training.train training/configs/$stage.toml
    $python -m training.export work/$stage/mean.safetensors work/$stage
done
for stage in refine written rounded fifth mixed sixth seventh eighth ninth tenth eleventh twelfth \
    thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth \
    twentieth twenty-first twenty-second twenty-third; do
    $python -m training.export work/$stage/mean.safetensors work/$stage
    # shellcheck disable=SC2086
    $python -m training.evaluate work/$stage $dev --limit 1000 | tee work/$stage/figures.jsonl
done
[ -e work/finder/vectors.npy ] || $python -m training.finder_texts training/configs/finder.toml "$data"
$python -m training.finder training/configs/finder.toml
$python -m training.finder training/configs/finder.toml --again 0.1 --words work/seventh/mean.safetensors
$python -m training.finder training/configs/finder.toml --again 0.1 --words work/eighth/mean.safetensors
# Taught where all-MiniLM-L6-v2 places texts, it is taught on which sentences answer.
mkdir -p work/finder-before
cp work/seventeenth/reader-int8.onnx work/seventeenth/reader.json work/seventeenth/vocab.txt work/finder-before
$python -m training.export_finder work/finder/finder.safetensors work/finder-before
$python -m training.finder_pairs training/configs/finder-pairs.toml "$data"
# And once more, with the embeddings of the last stage and the questions that came since.
mkdir -p work/finder-again
cp work/seventeenth/reader-int8.onnx work/seventeenth/reader.json work/seventeenth/vocab.txt work/finder-again
$python -m training.export_finder work/finder-pairs/finder.safetensors work/finder-again
$python -m training.finder_pairs training/configs/finder-again.toml "$data"
$python -m training.export_finder work/finder-last/finder.safetensors work/twenty-first
$python -m training.export_finder work/twenty-first/finder-int8.onnx work/twenty-third
echo "copy reader.json, vocab.txt and both graphs (*-int8.onnx) from work/twenty-third to hegang_qa_reader/data"
